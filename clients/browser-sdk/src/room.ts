/**
 * Nothing of ours moves what the shop put on the page.
 *
 * An element that grows moves what stands below it. Nobody sees that if the element ends below the
 * screen; else it may not grow.
 */

/**
 * Measures an element before it is changed.
 *
 * @returns says, after the change, whether it moved something that can be seen; undoing is the caller's
 */
export function measureRoom(target: Element): () => boolean {
  const { bottom, height } = target.getBoundingClientRect()
  // Half a pixel is rounding.
  return () => bottom < innerHeight && target.getBoundingClientRect().height > height + 0.5
}

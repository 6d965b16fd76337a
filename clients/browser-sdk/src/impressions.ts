/**
 * When has a shelf been seen? Half of it, or half of the screen, in view for a second.
 */

const SEEN_MS = 1_000

/** @param onSeen called each time it has been in view for a second; counting is the caller's */
export function watchViews(onSeen: (host: Element) => void): IntersectionObserver {
  const timers = new Map<Element, ReturnType<typeof setTimeout>>()
  return new IntersectionObserver(
    (entries) => {
      for (const { intersectionRatio, intersectionRect, target } of entries) {
        clearTimeout(timers.get(target))
        if (intersectionRatio >= 0.5 || intersectionRect.height >= innerHeight / 2) {
          timers.set(
            target,
            setTimeout(() => onSeen(target), SEEN_MS),
          )
        }
      }
    },
    { threshold: [0, 0.25, 0.5] },
  )
}

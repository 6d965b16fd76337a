/**
 * The few rules without which the widgets would not work, as a constructed sheet: no request, no inline
 * style, nothing a content security policy has to allow.
 *
 * Every selector stands in `:where()` and so weighs nothing: any rule of the shop wins.
 */
const RULES = `
:where(.umiar-controls,.umiar-note){font-size:.8125rem;display:flow-root}
:where(.umiar-controls *){margin:.2em}
:where(.umiar-controls summary,.umiar-controls button){cursor:pointer;padding:.4em .6em}
:where(umiar-shelf [data-item-id]){position:relative}
:where([data-item-id]>.umiar-controls){position:absolute;z-index:1;inset:0 0 auto auto;background:Canvas;color:CanvasText}
:where([data-item-id]>.umiar-controls:has([open])){inset:0;overflow:auto}
:where(umiar-levels label,umiar-levels span){display:block;padding:.3em 0}
`

/** Gives the page the rules; an old browser goes without. */
export function adoptStyle(): void {
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(RULES)
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet]
}

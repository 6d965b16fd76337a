/**
 * The style sheet of `/docs`, a text so that the pages need no files beside the code. Colours are those
 * of the other pages; on paper only the text is left, and a rule (`---`) in a guide starts a new sheet.
 */
export const DOCS_STYLE = `:root {
  color-scheme: light dark;
  --paper: #fbfaf6; --card: #ffffff; --ink: #23271f; --soft: #5b6256; --line: #dcdccf;
  --leaf: #2f5d46; --leaf-ink: #ffffff; --leaf-pale: #e4eee5; --link: #24533c; --sun: #f3e6bf; --sun-ink: #4b3c0c;
  font: 1.0625rem/1.6 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "DejaVu Sans", sans-serif;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #171a16; --card: #20241f; --ink: #eceee6; --soft: #aab2a4; --line: #3a4038;
    --leaf: #8fc7a5; --leaf-ink: #10241a; --leaf-pale: #26352b; --link: #a5d8b9; --sun: #453a18; --sun-ink: #f6e9c2;
  }
  figure img { filter: brightness(.9); }
}
* { box-sizing: border-box; }
html { scroll-padding-top: 1rem; -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
body { background: var(--paper); color: var(--ink); margin: 0; }
a { color: var(--link); text-underline-offset: .18em; }
:focus-visible { border-radius: 4px; outline: 3px solid var(--leaf); outline-offset: 2px; }
.skip { left: -100rem; position: absolute; }
.skip:focus { background: var(--card); left: 1rem; padding: .5rem 1rem; top: .5rem; z-index: 1; }
header {
  align-items: baseline; background: var(--card); border-bottom: 1px solid var(--line); display: flex; flex-wrap: wrap;
  gap: .25rem 1.5rem; padding: .6rem max(1rem, calc(50vw - 34rem));
}
.brand { color: var(--leaf); font-size: 1.4rem; font-weight: 700; letter-spacing: -.02em; text-decoration: none; }
header nav { display: flex; flex-wrap: wrap; gap: 0 1.25rem; }
header nav a { padding-block: .4rem; }
a[aria-current="page"] { font-weight: 700; text-decoration-thickness: 2px; }
main { margin: 0 auto; max-width: 70rem; padding: 1.75rem 1rem 4rem; }

h1 { font-size: clamp(1.65rem, 1.2rem + 1.8vw, 2.3rem); letter-spacing: -.015em; line-height: 1.18; margin: 0 0 1rem; text-wrap: balance; }
h2 { border-top: 1px solid var(--line); font-size: 1.35rem; line-height: 1.25; margin: 2.75rem 0 .75rem; padding-top: 1.1rem; text-wrap: balance; }
h3 { font-size: 1.08rem; line-height: 1.3; margin: 1.75rem 0 .4rem; }
h1, h2, h3 { overflow-wrap: anywhere; }
td, th { overflow-wrap: break-word; }
p, ul, ol, pre, .table, figure, blockquote { margin: 0 0 1rem; }
li { margin-bottom: .3rem; }
li > ul, li > ol { margin: .3rem 0 0; }
ul, ol { padding-left: 1.4rem; }
hr { border: 0; margin: 0; }
.guide { max-width: 46rem; min-width: 0; }
blockquote { background: var(--leaf-pale); border-left: 5px solid var(--leaf); border-radius: 0 10px 10px 0; padding: .75rem 1rem; }
blockquote > :last-child { margin-bottom: 0; }
code { background: var(--leaf-pale); border-radius: .25rem; font-size: .9em; overflow-wrap: anywhere; padding: .08em .3em; }
pre { background: var(--card); border: 1px solid var(--line); border-radius: 10px; max-height: 34rem; overflow: auto; padding: .75rem 1rem; }
pre code { background: none; overflow-wrap: normal; padding: 0; }
pre, pre code { font-size: .9rem; line-height: 1.5; }
figure img { border: 1px solid var(--line); border-radius: 10px; display: block; height: auto; max-width: 100%; }
figcaption { color: var(--soft); font-size: .92rem; margin-top: .4rem; }
.table { overflow-x: auto; }
table { background: var(--card); border-collapse: collapse; font-size: .95rem; line-height: 1.45; min-width: 100%; }
th, td { border: 1px solid var(--line); padding: .45rem .7rem; text-align: left; vertical-align: top; }
th { background: var(--leaf-pale); }
td code, th code { overflow-wrap: normal; }
tr:target { outline: 3px solid var(--leaf); }
.box { display: inline-block; font-size: 1.1em; margin-left: -1.3rem; width: 1.3rem; }
li:has(> .box), li:has(> p > .box) { list-style: none; }

.contents { color: var(--soft); font-size: .95rem; margin-bottom: 1.5rem; }
.contents p { font-weight: 600; margin: 0 0 .3rem; }
.contents ul { list-style: none; margin: 0; padding: 0; }
@media (min-width: 68rem) {
  .contents { float: right; margin: 0 -20rem 1rem 2rem; position: sticky; top: 1.5rem; width: 17rem; }
}
.doors { display: grid; gap: 1rem; grid-template-columns: repeat(auto-fit, minmax(17rem, 1fr)); margin: 1.5rem 0; max-width: 46rem; }
.doors section { background: var(--card); border: 1px solid var(--line); border-radius: 10px; padding: .9rem 1.2rem .6rem; }
.doors h2 { border: 0; font-size: 1.1rem; margin: 0 0 .4rem; padding: 0; }
.list { list-style: none; padding: 0; }
.list a { display: inline-block; padding-block: .2rem; }

.groups ul { display: flex; flex-wrap: wrap; gap: .5rem 1rem; list-style: none; padding: 0; }
.calls { max-width: 60rem; }
.calls h2 { text-transform: capitalize; }
.calls article { margin: 1.5rem 0; }
.calls h3 { font-size: 1rem; margin: 0; }
.calls article p { margin: .2rem 0; }
.callers { color: var(--soft); font-size: .92rem; }
.method { border: 1px solid var(--line); border-radius: .25rem; padding: .1rem .4rem; }
summary { cursor: pointer; padding-block: .2rem; }

body:has(.tour) { padding-bottom: 9rem; }
.tour { background: var(--sun); border-top: 3px solid var(--leaf); bottom: 0; color: var(--sun-ink); left: 0; position: fixed; right: 0; z-index: 5; }
.tour-row { align-items: center; display: flex; flex-wrap: wrap; gap: .4rem 1.25rem; margin: 0 auto; max-width: 70rem; padding: .7rem 1rem; }
.tour-row p { margin: 0; }
.tour-step { font-weight: 700; white-space: nowrap; }
.tour-text { flex: 1 1 22rem; }
.tour-acts { align-items: center; display: flex; gap: 1rem; margin-left: auto; }
.tour a.quiet { color: inherit; }
.tour .button, .tour button {
  background: var(--leaf); border: 1px solid var(--leaf); border-radius: 10px; color: var(--leaf-ink); cursor: pointer;
  display: inline-block; font: inherit; font-weight: 600; min-height: 2.75rem; padding: .55rem 1.2rem; text-decoration: none;
}

@media print {
  :root { --paper: #fff; --card: #fff; --ink: #000; --soft: #333; --line: #999; --leaf-pale: #f2f2f2; --link: #000; font-size: 9.5pt; line-height: 1.4; }
  header, .contents, .skip, .tour { display: none; }
  main, .guide { max-width: none; padding: 0; }
  h1, h2, h3 { break-after: avoid; }
  h2 { margin-top: 1.2rem; padding-top: .6rem; }
  p, ul, ol, pre, .table, figure, blockquote { margin-bottom: .6rem; }
  th, td { padding: .2rem .45rem; }
  pre, pre code { font-size: 8pt; line-height: 1.35; }
  figure, pre, tr, blockquote { break-inside: avoid; }
  figure img { max-height: 7cm; width: auto; }
  pre { max-height: none; white-space: pre-wrap; }
  .table { overflow: visible; }
  hr { break-after: page; }
}
`

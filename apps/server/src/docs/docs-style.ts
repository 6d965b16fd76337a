/** The style sheet of `/docs`, a text so that the pages need no files beside the code. */
export const DOCS_STYLE = `:root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif; }
main { margin: 2rem auto; max-width: 60rem; padding: 0 1rem; }
nav ul { display: flex; flex-wrap: wrap; gap: .5rem 1rem; list-style: none; padding: 0; }
h2 { border-bottom: 1px solid; margin-top: 2.5rem; text-transform: capitalize; }
article { margin: 1.5rem 0; }
h3 { font-size: 1rem; margin: 0; overflow-wrap: anywhere; }
article p { margin: .2rem 0; }
.method { border: 1px solid; border-radius: .25rem; padding: .1rem .4rem; }
pre { border: 1px solid; max-height: 30rem; overflow: auto; padding: .75rem; }
table { border-collapse: collapse; display: block; overflow-x: auto; }
th, td { border: 1px solid; padding: .35rem .6rem; text-align: left; vertical-align: top; }
tr:target { outline: 3px solid; }
`

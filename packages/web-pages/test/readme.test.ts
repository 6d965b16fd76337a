import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { html } from '../src/html.ts'

describe('the README of this package', () => {
  it('shows code that does what it says', () => {
    const term = '<script>alert(1)</script>'
    const markup = html`<p title="${term}">${term}</p>`.toString()
    expect(markup.match(/[<>]/g)).toHaveLength(4)
    const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8')
    // biome-ignore lint/suspicious/noTemplateCurlyInString: the snippet as it stands in the README
    expect(readme).toContain('html`<p title="${term}">${term}</p>`')
  })
})

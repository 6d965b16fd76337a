import { describe, expect, it } from 'vitest'
import { dataBlock, flag, html } from '../src/html.ts'

const HOSTILE = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "' onmouseover='alert(1)",
  '</title><svg/onload=alert(1)>',
  '`onfocus=alert(1)`',
  '&lt;script&gt;',
]

describe('the html template', () => {
  it.each(HOSTILE)('keeps %s as text in content and attributes', (hostile) => {
    const page = html`<p title="${hostile}">${hostile}</p>`.toString()
    expect(page.match(/</g)).toHaveLength(2)
    expect(page.match(/["'`]/g)).toHaveLength(2)
  })

  it('lets markup in that it made itself, and lists of it', () => {
    const rows = ['a', '<b>'].map((text) => html`<li>${text}</li>`)
    expect(html`<ul>${rows}</ul>`.toString()).toBe('<ul><li>a</li><li>&lt;b&gt;</li></ul>')
  })

  it('does not take an object that only looks like markup', () => {
    const forged = { toString: () => '<script>1</script>' } as unknown as string
    expect(() => html`<p>${forged}</p>`.toString()).toThrow(TypeError)
  })

  it('shows nothing for null, undefined and false, and numbers as they are', () => {
    expect(html`a${null}b${undefined}c${false}d${0}`.toString()).toBe('abcd0')
  })

  it('writes attributes without value only when they hold', () => {
    expect(html`<input${flag('checked', true)}${flag('disabled', false)}>`.toString()).toBe('<input checked>')
  })

  it('refuses a value without quotation marks, and values in scripts and styles', () => {
    expect(() => html`<a href=${'/x'}>x</a>`).toThrow(TypeError)
    expect(() => html`<script>${'1'}</script>`).toThrow(TypeError)
    expect(() => html`<style>${'1'}</style>`).toThrow(TypeError)
  })

  it('writes data blocks that no text can end', () => {
    const block = dataBlock('umiar-events', [{ term: '</script><script>alert(1)</script>' }]).toString()
    expect(block.match(/<\/?script/g)).toHaveLength(2)
    const json = block.slice(block.indexOf('>') + 1, block.lastIndexOf('<'))
    expect(JSON.parse(json)).toEqual([{ term: '</script><script>alert(1)</script>' }])
  })
})

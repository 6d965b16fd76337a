import { readFileSync } from 'node:fs'
import { serveBaseAssets } from '@umiar/web-pages'
import Fastify from 'fastify'
import { describe, expect, it } from 'vitest'
import { registerConsole } from '../src/index.ts'

describe('the README', () => {
  it('shows a way to mount the console that works, and every option', async () => {
    const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8')
    const snippet = /```ts\n(.*?)```/s.exec(readme)?.[1] ?? ''
    const body = snippet.replaceAll(/^import .*$/gm, '')
    const run = new Function(
      'fastify',
      'registerConsole',
      'serveBaseAssets',
      'createClient',
      `return (async () => {${body}})()`,
    )
    const fastify = Fastify()
    await run(fastify, registerConsole, serveBaseAssets, () => ({ overview: undefined, with: undefined }))
    expect((await fastify.inject({ url: '/console?lang=en' })).body).toContain('Staff token')
    for (const option of ['client', 'site', 'demoKeysPath', 'shopAddress', 'slotNames'])
      expect(readme).toContain(`| \`${option}\` |`)
  })
})

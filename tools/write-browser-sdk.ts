/**
 * Bundles the browser script into the file that is committed and served: `clients/browser-sdk/dist/umiar.js`.
 *
 * It is committed so that a shop can read, copy and pin exactly what it embeds, and so that the product
 * runs without a build. A test builds it again and compares (ADR-0018).
 *
 *     node tools/write-browser-sdk.ts
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { brotliCompressSync, constants } from 'node:zlib'
import { rolldown } from 'rolldown'

const SOURCE = 'clients/browser-sdk/src/main.ts'
const TARGET = 'clients/browser-sdk/dist/umiar.js'
const BANNER = '/*! Umiar. Apache-2.0 */'

/** @param root absolute path of the repository @returns the script, one ES module without imports */
export async function bundleBrowserSdk(root: string): Promise<string> {
  const bundle = await rolldown({
    cwd: root,
    input: join(root, SOURCE),
    platform: 'browser',
    transform: { target: 'es2022' },
  })
  try {
    const { output } = await bundle.generate({ format: 'esm', minify: true })
    if (output.length !== 1) throw new Error(`the script became ${output.length} files`)
    // What is left of notes to bundlers; nobody bundles this again.
    const code = output[0].code.replaceAll('/* @__PURE__ */ ', '').trim()
    return `${BANNER}\n${code}\n`
  } finally {
    await bundle.close()
  }
}

/** Bytes as a browser receives them: brotli at its highest quality. */
export function brotliBytes(text: string): number {
  return brotliCompressSync(text, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length
}

if (import.meta.main) {
  const root = dirname(import.meta.dirname)
  const code = await bundleBrowserSdk(root)
  mkdirSync(dirname(join(root, TARGET)), { recursive: true })
  writeFileSync(join(root, TARGET), code)
  console.log(`${TARGET}: ${code.length} bytes, ${brotliBytes(code)} as brotli`)
}

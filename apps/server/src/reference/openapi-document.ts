/** The OpenAPI document, without a running shop: routes declare what they take before anything is asked. */
import type { Application } from '@umiar/use-cases'
import { loadConfig } from '../config/config.ts'
import { buildServer } from '../server.ts'

/** The document `GET /openapi.json` answers. */
export async function openApiDocument(): Promise<unknown> {
  const server = await buildServer({
    // Routes keep these until a request comes, and none does.
    app: {} as Application,
    clock: { nowMs: () => 0 },
    config: { ...loadConfig({}), logLevel: 'silent' },
    keys: { kindOf: () => undefined } as never,
    random: { bytes: (length) => new Uint8Array(length) },
    tokens: {} as never,
  })
  try {
    return (await server.inject({ url: '/openapi.json' })).json()
  } finally {
    await server.close()
  }
}

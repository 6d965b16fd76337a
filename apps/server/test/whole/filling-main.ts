/** An engine whose shop never comes to the end of filling itself. */
import { loadConfig } from '../../src/config/config.ts'
import { runServer } from '../../src/start-server.ts'

await runServer(
  () => loadConfig(process.env),
  ({ demoKeys, fetch }) => ({
    async fill() {
      for (let batch = 1; ; batch++) {
        const answer = await fetch('/v1/products:batch', {
          body: JSON.stringify({ products: [{ item_id: `p${batch}`, title: 'Tea' }] }),
          headers: { authorization: `Bearer ${demoKeys?.secret_key}`, 'content-type': 'application/json' },
          method: 'POST',
        })
        if (!answer.ok) throw new Error(`the shop cannot be filled: ${answer.status}`)
        if (batch === 1) console.log('filling')
      }
    },
    links: [],
    mount: async () => undefined,
  }),
)

/**
 * The engine alone, without any page: `node apps/server/src/main.ts`. `npm start` adds the web apps
 * (`bin/start.ts`).
 */
import { loadConfig } from './config/config.ts'
import { runServer } from './start-server.ts'

await runServer(() => loadConfig(process.env))

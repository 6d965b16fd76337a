export type {
  ImportRequest,
  ImportStep,
  ImportSummary,
  OnProgress,
  ProductInput,
} from './import/import-request.ts'
export { BrokenInput, type ImportClients, runImport } from './import/run-import.ts'
export type { SharedCountsOfItem } from './import/shared-counts.ts'
export { countHistory, listItems } from './import/shop-history.ts'
export { hashFile } from './text-file.ts'

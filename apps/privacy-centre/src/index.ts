/**
 * Contents of the app: the privacy centre, to be mounted on a server that has the public API in reach.
 */
export type { CentreCatalogue, CentreProduct } from './catalogue.ts'
export { type PrivacyCentreOptions, registerPrivacyCentre } from './privacy-centre.ts'

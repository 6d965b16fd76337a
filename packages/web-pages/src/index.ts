/**
 * Contents of the package: what the pages of shop, privacy centre and console have in common.
 */
export { serveAssets, serveBaseAssets } from './asset-files.ts'
export {
  CHARTS_STYLESHEET,
  type ChartPart,
  chartDefinitions,
  PALETTE,
  type Shade,
  sharesOf,
  swatch,
} from './charts/chart-parts.ts'
export { donut } from './charts/donut.ts'
export { type FunnelStep, funnel } from './charts/funnel.ts'
export { ring } from './charts/ring.ts'
export { type ChartDay, columns, stackedBar } from './charts/stacked-bar.ts'
export { cartCookie, type Remembered, readCookies, removeCookie, setCookie } from './cookies.ts'
export {
  CONTENT_SECURITY_POLICY,
  type DocumentParts,
  languageLinks,
  levelInWords,
  type Notice,
  noticeList,
  renderDocument,
  type Site,
  siteFooter,
} from './document.ts'
export { codeOf, faultMessage } from './faults.ts'
export { type Form, ownPath, readForm } from './form.ts'
export { currentPage, dataBlock, escapeHtml, flag, type Html, type HtmlValue, html } from './html.ts'
export { type PageScope, preparePageScope } from './page-scope.ts'
export {
  dateFor,
  type KnownConsent,
  linkTo,
  newId,
  openPageView,
  type PageView,
  preferredLocale,
  sayTo,
  type ViewOptions,
  visitOf,
} from './page-view.ts'
export { TOURS, type TourName, type TourView, tourBar, tourStepControl } from './tour.ts'

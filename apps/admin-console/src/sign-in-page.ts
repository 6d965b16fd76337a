/**
 * The form that asks for the staff token.
 */
import { type Html, html, linkTo, type PageView, sayTo } from '@umiar/web-pages'
import { CONSOLE_PATH } from './frame.ts'

export interface SignInParts {
  readonly demoKeysPath: string | undefined
  /** Demo mode: may one come in with one click? */
  readonly offersDemo: boolean
  /** Was something wrong with the last attempt? The notice above says what. */
  readonly isWrong: boolean
}

/** The page's content. */
export function signInBody(view: PageView, { demoKeysPath, isWrong, offersDemo }: SignInParts): Html {
  const where =
    demoKeysPath === undefined
      ? sayTo(view, 'console.token_production')
      : sayTo(view, 'console.token_demo', { path: demoKeysPath })
  return html`<div class="sign-in">
<h1>${sayTo(view, 'console.sign_in')}</h1>
<p class="lead">${sayTo(view, 'console.sign_in_lead')}</p>
<form method="post" action="${linkTo(view, `${CONSOLE_PATH}/sign-in`)}">
<label for="token">${sayTo(view, 'console.token')}</label>
<input id="token" name="token" type="password" required autofocus maxlength="200" autocomplete="current-password" autocapitalize="off" spellcheck="false" aria-describedby="token-where token-kept" aria-invalid="${isWrong ? 'true' : 'false'}">
<p id="token-where" class="small">${where}</p>
<p id="token-kept" class="small">${sayTo(view, 'console.token_kept')}</p>
<button type="submit">${sayTo(view, 'console.enter')}</button>
</form>
${
  offersDemo &&
  html`<form class="demo-enter" method="post" action="${linkTo(view, `${CONSOLE_PATH}/sign-in`)}"><input type="hidden" name="as" value="demo">
<button class="plain" type="submit">${sayTo(view, 'console.enter_demo')}</button></form>`
}
</div>`
}

/**
 * Takes the words about an act just done out of the address: read again by a reload, they would tell the
 * engine of the same act twice, and they have no place in the history of the browser.
 */
const address = new URL(location.href)
for (const name of ['added', 'removed']) address.searchParams.delete(name)
if (address.href !== location.href) history.replaceState(history.state, '', address)

export {}

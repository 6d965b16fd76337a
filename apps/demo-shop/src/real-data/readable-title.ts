/**
 * Titles in capital letters, as old stock systems write them, in a case people read.
 *
 * Only the case and the spaces change; what is abbreviated stays so. A title that has small letters
 * already was written by somebody and stays as it is.
 */

/** Words that keep their capitals, by the word in small letters. */
const PROPER = new Map(
  [
    'Amelie Antoinette Baroque Boudicca Charlie Charlotte Christmas Danish Dolly Easter Edwardian Elizabeth',
    'English France French Georgian George Jack Jill London Lola Maria Marie Medina Moroccan Morris Moscow Murano',
    'Natasha Nordic Paris Parisienne Pompidou Regency Rococo Romany Rosie Russian Santa Scandinavian Scottie',
    'Spaceboy Suki Swedish Swiss Tudor Tuscan Union Valentine Valentines Victorian Xmas',
    'A5 A6 A7 CD DIY DVD FSC LED TV UK USA 3D I T-light T-lights',
  ]
    .join(' ')
    .split(' ')
    .map((word) => [word.toLowerCase(), word]),
)

/** `WHITE  HANGING HEART T-LIGHT HOLDER` → `White hanging heart T-light holder`. */
export function readableTitle(title: string): string {
  const tidy = title
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/ ?,(?=\S)| ,/g, ', ')
    .replaceAll(/\s+/g, ' ')
    .replace(/[ ,.]+$/, '')
    .trim()
  if (/\p{Ll}/u.test(tidy)) return tidy
  const small = tidy.toLowerCase().replaceAll(/[\p{L}\p{N}'-]+/gu, cased)
  return small.replace(/\p{L}/u, (first) => first.toUpperCase())
}

function cased(word: string, at: number, text: string): string {
  // A single letter between quotes or before a slash and number is a name: LETTER "K", S/3.
  const isName = /^\p{L}$/u.test(word) && (text[at - 1] === '"' || /^\/\d/.test(text.slice(at + 1)))
  return isName ? word.toUpperCase() : (PROPER.get(word) ?? word)
}

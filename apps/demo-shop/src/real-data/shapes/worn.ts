/**
 * Things one carries and wears.
 */
import { shape } from './shape.ts'

export const bag = shape(
  [120, 114, 1.2],
  ({ dark, fill }) =>
    `<path d="M88 76C88 22 152 22 152 76" fill="none" stroke="${dark}" stroke-width="9"/><path d="M64 72H176L186 156H54Z" fill="${fill}"/><path d="M64 72H176L177 82H63Z" fill="${dark}" opacity=".5"/>`,
)

export const purse = shape(
  [120, 116, 1],
  ({ accent, dark, fill }) =>
    `<path d="M70 74Q50 150 84 154H156Q190 150 170 74Z" fill="${fill}"/><path d="M66 78C70 46 170 46 174 78Z" fill="${dark}"/><circle cx="112" cy="46" r="8" fill="${accent}"/><circle cx="128" cy="46" r="8" fill="${accent}"/>`,
)

export const umbrella = shape(
  [120, 74, 0.7],
  ({ accent, dark, fill, light }) =>
    `<path d="M120 30V142C120 160 146 160 146 142" fill="none" stroke="${dark}" stroke-width="6" stroke-linecap="round"/><path d="M36 100C40 50 78 34 120 34S200 50 204 100C190 88 176 88 162 100C150 88 134 88 120 100C106 88 90 88 78 100C64 88 50 88 36 100Z" fill="${fill}"/><path d="M120 34C104 50 98 76 98 92M120 34C136 50 142 76 142 92" fill="none" stroke="${light}" stroke-width="3"/><circle cx="120" cy="30" r="5" fill="${accent}"/>`,
)

export const necklace = shape(
  [120, 138, 0.8],
  ({ accent, dark, fill, light }) =>
    `<path d="M58 30C62 110 96 132 120 132S178 110 182 30" fill="none" stroke="${dark}" stroke-width="3"/>${[
      [66, 74],
      [80, 100],
      [98, 120],
      [142, 120],
      [160, 100],
      [174, 74],
    ]
      .map(
        ([x, y], n) =>
          `<circle cx="${x}" cy="${y}" r="${n % 2 === 0 ? 8 : 10}" fill="${n % 2 === 0 ? accent : fill}"/>`,
      )
      .join(
        '',
      )}<circle cx="120" cy="138" r="18" fill="${fill}"/><circle cx="114" cy="132" r="5" fill="${light}"/>`,
)

export const earrings = shape([120, 160, 0.01], ({ accent, dark, fill, light }) =>
  [84, 156]
    .map(
      (x) =>
        `<path d="M${x} 66C${x - 20} 34 ${x + 22} 26 ${x + 12} 54" fill="none" stroke="${dark}" stroke-width="4"/><circle cx="${x}" cy="76" r="9" fill="${accent}"/><path d="M${x} 86C${x + 28} 118 ${x + 18} 146 ${x} 150C${x - 18} 146 ${x - 28} 118 ${x} 86Z" fill="${fill}"/><circle cx="${x - 6}" cy="120" r="5" fill="${light}"/>`,
    )
    .join(''),
)

export const bracelet = shape(
  [120, 136, 0.6],
  ({ accent, dark, fill }) =>
    `<ellipse cx="120" cy="98" rx="66" ry="44" fill="none" stroke="${dark}" stroke-width="4"/>${Array.from(
      { length: 14 },
      (_, n) => {
        const turn = (n / 14) * 2 * Math.PI
        return `<circle cx="${(120 + 66 * Math.cos(turn)).toFixed(1)}" cy="${(98 + 44 * Math.sin(turn)).toFixed(1)}" r="${n % 3 === 0 ? 12 : 9}" fill="${n % 3 === 0 ? accent : fill}"/>`
      },
    ).join('')}`,
)

export const ring = shape(
  [120, 50, 0.6],
  ({ accent, dark, fill }) =>
    `<circle cx="120" cy="112" r="42" fill="none" stroke="${dark}" stroke-width="12"/><circle cx="120" cy="112" r="42" fill="none" stroke="${fill}" stroke-width="6"/><path d="M98 46H142L152 60L120 84L88 60Z" fill="${accent}"/>`,
)

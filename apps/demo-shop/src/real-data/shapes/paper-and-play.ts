/**
 * Things of paper, feasts, toys and crafts.
 */
import { shape } from './shape.ts'

export const card = shape(
  [122, 104, 1.4],
  ({ accent, dark, fill, light }) =>
    `<path d="M66 56L150 44V148L66 158Z" fill="${dark}" opacity=".5"/><rect x="78" y="42" width="92" height="116" rx="3" fill="${light}"/><rect x="86" y="50" width="76" height="100" fill="${fill}"/><path d="M96 138H152" stroke="${accent}" stroke-width="4"/>`,
)

export const wrap = shape(
  [120, 108, 1],
  ({ accent, dark, fill }) =>
    `<g transform="rotate(-14 120 100)"><rect x="40" y="78" width="160" height="50" fill="${fill}"/><ellipse cx="40" cy="103" rx="10" ry="25" fill="${dark}"/><ellipse cx="200" cy="103" rx="10" ry="25" fill="${dark}"/><rect x="110" y="76" width="16" height="54" fill="${accent}"/></g>`,
)

export const bunting = shape(
  [120, 160, 0.01],
  ({ accent, dark, fill, light }) =>
    `<path d="M24 52Q120 92 216 52" fill="none" stroke="${dark}" stroke-width="4"/>${[
      [44, 60, fill],
      [82, 70, accent],
      [120, 73, fill],
      [158, 70, light],
      [196, 60, fill],
    ]
      .map(
        ([x, y, colour]) =>
          `<path d="M${Number(x) - 17} ${y}H${Number(x) + 17}L${x} ${Number(y) + 52}Z" fill="${colour}"/>`,
      )
      .join('')}`,
)

export const balloon = shape(
  [120, 78, 1],
  ({ accent, dark, fill }) =>
    `<path d="M158 70Q170 130 140 160" fill="none" stroke="${dark}" stroke-width="2"/><circle cx="158" cy="58" r="28" fill="${accent}"/><path d="M112 112Q104 140 124 160" fill="none" stroke="${dark}" stroke-width="2"/><ellipse cx="108" cy="74" rx="36" ry="42" fill="${fill}"/><path d="M102 114H114L108 122Z" fill="${dark}"/>`,
)

export const notebook = shape(
  [128, 100, 1.3],
  ({ accent, dark, fill }) =>
    `<rect x="70" y="36" width="104" height="122" rx="6" fill="${fill}"/><rect x="70" y="36" width="16" height="122" fill="${dark}"/><path d="M158 36V158" stroke="${accent}" stroke-width="5"/>`,
)

export const pencils = shape(
  [120, 136, 0.8],
  ({ accent, dark, fill, light }) =>
    `${[
      [92, accent],
      [108, light],
      [124, fill],
      [140, accent],
    ]
      .map(
        ([x, colour], n) =>
          `<rect x="${x}" y="${52 - (n % 2) * 12}" width="12" height="70" fill="${colour}"/><path d="M${x} ${52 - (n % 2) * 12}L${Number(x) + 6} ${34 - (n % 2) * 12}L${Number(x) + 12} ${52 - (n % 2) * 12}Z" fill="${dark}"/>`,
      )
      .join('')}<path d="M82 104H162L156 156H88Z" fill="${fill}"/>`,
)

export const tree = shape(
  [120, 30, 0.7],
  ({ accent, fill, light }) =>
    `<rect x="112" y="136" width="16" height="22" fill="hsl(27 36% 40%)"/><path d="M120 28L156 78H140L172 114H148L180 142H60L92 114H68L100 78H84Z" fill="hsl(146 34% 34%)"/>${[
      [108, 66],
      [132, 80],
      [100, 104],
      [126, 112],
      [150, 130],
      [88, 132],
    ]
      .map(([x, y], n) => `<circle cx="${x}" cy="${y}" r="6" fill="${[fill, accent, light][n % 3]}"/>`)
      .join('')}`,
)

export const egg = shape(
  [120, 100, 1],
  ({ accent, dark, fill }) =>
    `<path d="M120 36C150 36 166 78 166 106C166 136 146 152 120 152C94 152 74 136 74 106C74 78 90 36 120 36Z" fill="${fill}"/><path d="M79 88Q99 100 120 88T161 88M75 116Q98 128 120 116T165 116" fill="none" stroke="${accent}" stroke-width="6"/><path d="M66 158Q120 134 174 158Z" fill="${dark}" opacity=".55"/>`,
)

export const doll = shape(
  [120, 132, 0.8],
  ({ accent, dark, fill }) =>
    `<path d="M120 84L164 156H76Z" fill="${fill}"/><circle cx="120" cy="64" r="28" fill="hsl(28 60% 84%)"/><path d="M90 66C86 28 154 28 150 66C140 48 100 48 90 66Z" fill="${dark}"/><circle cx="111" cy="66" r="3" fill="${dark}"/><circle cx="129" cy="66" r="3" fill="${dark}"/><path d="M112 76Q120 82 128 76" fill="none" stroke="${accent}" stroke-width="3"/><path d="M96 104L70 122M144 104L170 122" stroke="${accent}" stroke-width="8" stroke-linecap="round"/>`,
)

export const blocks = shape(
  [120, 80, 0.9],
  ({ accent, dark, fill, light }) =>
    `<rect x="62" y="104" width="54" height="52" rx="5" fill="${accent}"/><rect x="122" y="104" width="54" height="52" rx="5" fill="${fill}"/><rect x="92" y="50" width="54" height="52" rx="5" fill="${light}" stroke="${dark}" stroke-width="3"/><circle cx="89" cy="130" r="12" fill="${light}"/><path d="M137 142L149 118L161 142Z" fill="${light}"/>`,
)

export const reel = shape(
  [120, 104, 0.8],
  ({ accent, dark, fill }) =>
    `<rect x="72" y="44" width="96" height="20" rx="6" fill="${dark}"/><rect x="72" y="138" width="96" height="20" rx="6" fill="${dark}"/><rect x="84" y="64" width="72" height="74" fill="${fill}"/><path d="M84 78H156M84 92H156M84 106H156M84 120H156" stroke="${accent}" stroke-width="3" opacity=".6"/><path d="M156 120Q196 124 190 88" fill="none" stroke="${accent}" stroke-width="4"/>`,
)

export const parcel = shape(
  [90, 118, 0.8],
  ({ accent, dark, fill }) =>
    `<rect x="66" y="66" width="108" height="90" rx="5" fill="${fill}"/><rect x="112" y="66" width="16" height="90" fill="${accent}"/><rect x="60" y="54" width="120" height="22" rx="5" fill="${dark}"/><path d="M120 54C96 20 76 46 120 54C164 46 144 20 120 54Z" fill="${accent}"/>`,
)

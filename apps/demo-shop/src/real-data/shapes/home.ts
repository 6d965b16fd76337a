/**
 * Things of house, garden and bath.
 */
import { shape } from './shape.ts'

export const candle = shape(
  [120, 120, 0.9],
  ({ dark, fill, light }) =>
    `<path d="M120 34C132 50 130 62 120 66C110 62 108 50 120 34Z" fill="hsl(42 92% 62%)"/><path d="M120 64V78" stroke="${dark}" stroke-width="3"/><rect x="98" y="76" width="44" height="30" rx="4" fill="${light}"/><path d="M78 92H162L154 156H86Z" fill="${fill}" opacity=".94"/><path d="M78 92H162L161 100H79Z" fill="${dark}" opacity=".5"/>`,
)

export const sign = shape(
  [120, 112, 1],
  ({ accent, dark, fill, light }) =>
    `<path d="M84 78L120 34L156 78" fill="none" stroke="${dark}" stroke-width="4"/><circle cx="120" cy="34" r="5" fill="${dark}"/><rect x="56" y="76" width="128" height="72" rx="8" fill="${fill}"/><rect x="64" y="84" width="112" height="56" rx="5" fill="${light}" opacity=".85"/><path d="M78 96H100M78 128H100M140 96H162M140 128H162" stroke="${accent}" stroke-width="5" stroke-linecap="round"/>`,
)

export const clock = shape(
  [120, 128, 0.5],
  ({ accent, dark, fill, light }) =>
    `<path d="M84 150L76 162M156 150L164 162" stroke="${dark}" stroke-width="8" stroke-linecap="round"/><circle cx="86" cy="48" r="16" fill="${dark}"/><circle cx="154" cy="48" r="16" fill="${dark}"/><circle cx="120" cy="102" r="58" fill="${fill}"/><circle cx="120" cy="102" r="45" fill="${light}"/><path d="M120 102V72M120 102L142 114" stroke="${dark}" stroke-width="6" stroke-linecap="round"/><circle cx="120" cy="102" r="5" fill="${accent}"/>`,
)

export const frame = shape(
  [120, 98, 1.3],
  ({ dark, fill, light }) =>
    `<rect x="66" y="38" width="108" height="118" rx="6" fill="${fill}"/><rect x="82" y="54" width="76" height="86" fill="${light}"/><rect x="82" y="54" width="76" height="86" fill="none" stroke="${dark}" stroke-width="3"/>`,
)

export const mirror = shape(
  [120, 34, 0.5],
  ({ dark, fill }) =>
    `<ellipse cx="120" cy="96" rx="52" ry="62" fill="${fill}"/><ellipse cx="120" cy="96" rx="40" ry="50" fill="hsl(200 40% 90%)"/><path d="M98 112L132 66M110 126L146 80" stroke="#fff" stroke-width="6" stroke-linecap="round"/><ellipse cx="120" cy="96" rx="40" ry="50" fill="none" stroke="${dark}" stroke-width="2"/>`,
)

export const ornament = shape(
  [120, 110, 1.5],
  ({ accent, dark, fill }) =>
    `<path d="M120 18V56" stroke="${dark}" stroke-width="3"/><path d="M108 46Q120 34 132 46L120 58Z" fill="${accent}"/><path d="M120 154C60 116 68 64 100 64C112 64 118 72 120 80C122 72 128 64 140 64C172 64 180 116 120 154Z" fill="${fill}"/>`,
)

export const cushion = shape(
  [120, 100, 1.4],
  ({ dark, fill }) =>
    `<path d="M62 48Q120 60 178 48Q168 100 178 152Q120 140 62 152Q72 100 62 48Z" fill="${fill}"/><path d="M62 48Q120 60 178 48Q168 100 178 152Q120 140 62 152Q72 100 62 48Z" fill="none" stroke="${dark}" stroke-width="4" stroke-dasharray="3 5"/>`,
)

export const mat = shape(
  [120, 108, 1.1],
  ({ dark, fill, light }) =>
    `<path d="M70 64H170L196 152H44Z" fill="${dark}"/><path d="M76 70H164L184 146H56Z" fill="${fill}"/><path d="M84 80H156L169 136H71Z" fill="none" stroke="${light}" stroke-width="4"/>`,
)

export const hotWaterBottle = shape(
  [120, 112, 1.2],
  ({ dark, fill }) =>
    `<rect x="108" y="22" width="24" height="26" rx="4" fill="${dark}"/><path d="M104 46H136L140 62Q164 66 164 90V134Q164 156 142 156H98Q76 156 76 134V90Q76 66 100 62Z" fill="${fill}"/><path d="M92 146H148" stroke="${dark}" stroke-width="4"/>`,
)

export const box = shape(
  [120, 122, 0.9],
  ({ accent, dark, fill }) =>
    `<path d="M60 84H180V150Q180 156 174 156H66Q60 156 60 150Z" fill="${fill}"/><path d="M54 62Q120 46 186 62V86H54Z" fill="${dark}"/><rect x="112" y="80" width="16" height="18" rx="3" fill="${accent}"/>`,
)

export const cabinet = shape(
  [120, 54, 0.5],
  ({ accent, dark, fill, light }) =>
    `<rect x="70" y="40" width="100" height="110" rx="5" fill="${fill}"/><path d="M80 150V160M160 150V160" stroke="${dark}" stroke-width="8"/><rect x="80" y="70" width="80" height="32" rx="3" fill="${light}"/><rect x="80" y="108" width="80" height="32" rx="3" fill="${light}"/><circle cx="120" cy="86" r="5" fill="${accent}"/><circle cx="120" cy="124" r="5" fill="${accent}"/>`,
)

export const hook = shape(
  [120, 62, 0.9],
  ({ accent, dark, fill }) =>
    `<rect x="48" y="44" width="144" height="36" rx="12" fill="${fill}"/>${[76, 120, 164].map((x) => `<path d="M${x} 80V112C${x} 134 ${x + 22} 130 ${x + 20} 114" fill="none" stroke="${dark}" stroke-width="7" stroke-linecap="round"/><circle cx="${x + 20}" cy="112" r="5" fill="${accent}"/>`).join('')}`,
)

export const basket = shape(
  [120, 124, 0.8],
  ({ dark, fill }) =>
    `<path d="M76 84C76 24 164 24 164 84" fill="none" stroke="${dark}" stroke-width="8"/><path d="M56 84H184L170 156H70Z" fill="${fill}"/><path d="M60 104H180M64 124H176M68 142H172M92 84L98 156M120 84V156M148 84L142 156" stroke="${dark}" stroke-width="3" opacity=".45"/>`,
)

export const plant = shape(
  [120, 134, 0.7],
  ({ dark, fill }) =>
    `${[-50, -18, 16, 48].map((turn, n) => `<path transform="translate(120 104) rotate(${turn}) scale(${n % 2 === 0 ? 1.5 : 1.9})" d="M0 0C-9 -9 -9 -24 0 -34C9 -24 9 -9 0 0Z" fill="hsl(${118 - n * 6} 34% ${36 + n * 4}%)"/>`).join('')}<path d="M78 108H162L152 156H88Z" fill="${fill}"/><rect x="72" y="96" width="96" height="16" rx="4" fill="${dark}"/>`,
)

export const wateringCan = shape(
  [118, 122, 0.9],
  ({ accent, dark, fill }) =>
    `<path d="M84 82H152L158 156H78Z" fill="${fill}"/><path d="M86 122L40 74" stroke="${dark}" stroke-width="10"/><path d="M28 82L50 60L54 66L34 88Z" fill="${accent}"/><path d="M152 92C196 84 196 140 158 144" fill="none" stroke="${dark}" stroke-width="9"/><path d="M92 82C96 50 140 50 144 82" fill="none" stroke="${dark}" stroke-width="8"/>`,
)

export const soap = shape(
  [120, 112, 0.9],
  ({ accent, dark, fill, light }) =>
    `<rect x="60" y="84" width="120" height="60" rx="26" fill="${fill}"/><path d="M48 142H192L178 158H62Z" fill="${dark}"/><circle cx="162" cy="62" r="12" fill="${light}"/><circle cx="142" cy="44" r="8" fill="${light}"/><circle cx="176" cy="40" r="6" fill="${accent}"/>`,
)

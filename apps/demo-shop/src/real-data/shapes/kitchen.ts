/**
 * Things of kitchen and table.
 */
import { shape } from './shape.ts'

export const mug = shape(
  [108, 108, 1.2],
  ({ dark, fill, light }) =>
    `<path d="M152 74C192 70 192 132 150 130" fill="none" stroke="${dark}" stroke-width="11"/><path d="M62 58H154V140Q154 156 138 156H78Q62 156 62 140Z" fill="${fill}"/><ellipse cx="108" cy="58" rx="46" ry="9" fill="${light}"/>`,
)

export const teapot = shape(
  [120, 114, 1],
  ({ accent, dark, fill }) =>
    `<path d="M164 84C200 78 198 132 158 132" fill="none" stroke="${dark}" stroke-width="10"/><path d="M80 108C58 106 62 84 44 76L54 68C78 76 74 90 90 92Z" fill="${dark}"/><path d="M70 114C70 78 92 68 122 68S174 78 174 114C174 144 152 156 122 156S70 144 70 114Z" fill="${fill}"/><path d="M96 70Q122 46 148 70Z" fill="${dark}"/><circle cx="122" cy="50" r="7" fill="${accent}"/>`,
)

export const glass = shape(
  [120, 84, 0.7],
  ({ dark, fill, light }) =>
    `<path d="M82 40H158C158 88 144 106 126 110V144H146V156H94V144H114V110C96 106 82 88 82 40Z" fill="${light}" stroke="${dark}" stroke-width="3"/><path d="M85 62H155C152 92 140 104 120 106C100 104 88 92 85 62Z" fill="${fill}" opacity=".8"/>`,
)

export const plate = shape(
  [120, 100, 1.3],
  ({ dark, fill, light }) =>
    `<ellipse cx="120" cy="104" rx="80" ry="56" fill="${dark}" opacity=".35"/><ellipse cx="120" cy="98" rx="80" ry="56" fill="${fill}"/><ellipse cx="120" cy="98" rx="54" ry="36" fill="${light}"/>`,
)

export const bowl = shape(
  [120, 122, 0.9],
  ({ dark, fill, light }) =>
    `<ellipse cx="120" cy="82" rx="78" ry="20" fill="${dark}"/><ellipse cx="120" cy="80" rx="70" ry="15" fill="${light}"/><path d="M42 84C46 130 80 154 120 154S194 130 198 84C180 104 60 104 42 84Z" fill="${fill}"/>`,
)

export const cutlery = shape(
  [160, 58, 0.5],
  ({ accent, dark, fill }) =>
    `<g stroke-linecap="round"><path d="M84 32V62M96 32V62M72 32V62" stroke="${dark}" stroke-width="6"/><path d="M72 62Q84 82 96 62" fill="none" stroke="${dark}" stroke-width="6"/><path d="M84 78V150" stroke="${fill}" stroke-width="14"/><path d="M128 32C118 50 118 78 128 86Z" fill="${dark}"/><path d="M126 86V150" stroke="${fill}" stroke-width="14"/><ellipse cx="166" cy="56" rx="15" ry="24" fill="${dark}"/><path d="M166 80V150" stroke="${fill}" stroke-width="14"/></g><circle cx="84" cy="142" r="3" fill="${accent}"/>`,
)

export const cakeStand = shape(
  [120, 66, 0.7],
  ({ accent, dark, fill, light }) =>
    `<path d="M112 64H128V148H112Z" fill="${dark}"/><ellipse cx="120" cy="152" rx="40" ry="7" fill="${dark}"/><path d="M44 112H196L176 126H64Z" fill="${fill}"/><path d="M72 60H168L152 72H88Z" fill="${fill}"/>${[66, 100, 140, 174].map((x) => `<path d="M${x - 12} 112L${x - 9} 98H${x + 9}L${x + 12} 112Z" fill="${light}"/><circle cx="${x}" cy="94" r="9" fill="${accent}"/>`).join('')}`,
)

export const cakeCases = shape(
  [120, 128, 0.7],
  ({ accent, dark, fill, light }) =>
    `<path d="M72 96H168L154 156H86Z" fill="${fill}"/><path d="M88 98L98 156M104 98L110 156M120 98V156M136 98L130 156M152 98L142 156" stroke="${dark}" stroke-width="2.5" opacity=".4"/><path d="M66 98C56 70 88 66 94 58C104 38 138 38 146 58C154 66 184 72 174 98Z" fill="${light}"/><circle cx="120" cy="42" r="9" fill="${accent}"/>`,
)

export const apron = shape(
  [120, 122, 0.9],
  ({ accent, dark, fill }) =>
    `<path d="M98 54C98 22 142 22 142 54" fill="none" stroke="${dark}" stroke-width="5"/><path d="M94 48H146L150 84L172 92L166 156H74L68 92L90 84Z" fill="${fill}"/><path d="M68 92L46 104M172 92L194 104" stroke="${accent}" stroke-width="6" stroke-linecap="round"/>`,
)

export const jar = shape(
  [120, 116, 1],
  ({ accent, dark, fill, light }) =>
    `<rect x="84" y="36" width="72" height="22" rx="6" fill="${dark}"/><path d="M82 62H158Q172 72 172 88V142Q172 156 158 156H82Q68 156 68 142V88Q68 72 82 62Z" fill="${light}" stroke="${dark}" stroke-width="3"/><rect x="70" y="90" width="100" height="52" fill="${fill}"/><path d="M84 48H156" stroke="${accent}" stroke-width="4"/>`,
)

export const tin = shape(
  [120, 116, 1.1],
  ({ dark, fill, light }) =>
    `<path d="M66 66V142C66 160 174 160 174 142V66Z" fill="${fill}"/><ellipse cx="120" cy="66" rx="54" ry="16" fill="${dark}"/><ellipse cx="120" cy="60" rx="54" ry="16" fill="${light}"/><ellipse cx="120" cy="60" rx="14" ry="4" fill="${dark}"/>`,
)

export const bottle = shape(
  [120, 118, 0.8],
  ({ accent, dark, fill }) =>
    `<rect x="108" y="22" width="24" height="18" rx="4" fill="${accent}"/><path d="M108 40H132V66Q156 78 156 102V144Q156 156 144 156H96Q84 156 84 144V102Q84 78 108 66Z" fill="${fill}"/><path d="M98 104V142" stroke="#fff" stroke-width="5" stroke-linecap="round" opacity=".5"/><path d="M108 46H132" stroke="${dark}" stroke-width="4"/>`,
)

export const cloth = shape(
  [120, 112, 1.1],
  ({ dark, fill, light }) =>
    `<path d="M66 44H174V140Q147 156 120 142T66 148Z" fill="${fill}"/><path d="M66 60H174M66 70H174" stroke="${light}" stroke-width="4"/><path d="M66 44H174" stroke="${dark}" stroke-width="6" stroke-linecap="round"/>`,
)

/**
 * Behind and under a product: a wall in the brand's tint, a table, and one quiet motif per department.
 */
import { mix, tint } from './colour.ts'
import type { Ink } from './ink.ts'
import { circle, ellipse, faded, line, path, rect } from './svg.ts'

/** The background of a picture. */
export function scene(ink: Ink, department: string): string {
  const wall = tint(ink.accent, 0.88)
  const motif = MOTIFS[department]
  return (
    rect(0, 0, 400, 300, 0, ink.fall(wall, tint(ink.accent, 0.78))) +
    (motif === undefined ? '' : motif(ink)) +
    path(
      'M0 236Q200 216 400 236V300H0Z',
      ink.fall(tint(mix(ink.accent, '#b99a72', 0.4), 0.66), tint(mix(ink.accent, '#b99a72', 0.4), 0.8)),
    )
  )
}

const MOTIFS: Readonly<Record<string, (ink: Ink) => string>> = {
  coffee: (ink) => circle(200, 150, 118, ink.fall(tint(ink.accent, 0.7), tint(ink.accent, 0.84))),
  daily: (ink) =>
    path('M60 240V150A70 70 0 0 1 200 150V240Z', tint(ink.accent, 0.8)) +
    path('M200 240V120A70 70 0 0 1 340 120V240Z', tint(ink.accent, 0.83)),
  garden: (ink) =>
    circle(338, 62, 30, tint('#e8b84a', 0.66)) +
    path('M0 220Q90 150 190 200T400 170V260H0Z', tint(mix(ink.accent, '#5f8a3f', 0.5), 0.74)) +
    path('M0 236Q120 190 240 222T400 206V260H0Z', tint(mix(ink.accent, '#5f8a3f', 0.5), 0.66)),
  gear: (ink) =>
    circle(96, 74, 30, tint(ink.accent, 0.68)) +
    path('M0 220L70 130L120 182L190 84L262 176L312 128L400 214V260H0Z', tint(ink.accent, 0.76)) +
    path('M190 84L212 112L196 122L186 110L170 114Z', tint(ink.accent, 0.92)) +
    path('M0 244L90 182L170 226L260 180L400 240V260H0Z', tint(ink.accent, 0.69)),
  home: (ink) =>
    faded(
      path('M236 20L372 52V214L236 200Z', '#fff') +
        path('M300 34L308 36V208L300 207ZM236 108L372 126V132L236 115Z', ink.accent, ' opacity=".35"'),
      0.5,
    ),
  tea: (ink) =>
    path('M96 260V150A104 104 0 0 1 304 150V260Z', ink.fall(tint(ink.accent, 0.7), tint(ink.accent, 0.84))),
  ware: (ink) =>
    ellipse(200, 168, 150, 120, ink.fall(tint(ink.accent, 0.74), tint(ink.accent, 0.86))) +
    line('M0 206H400', tint(ink.accent, 0.7), 2),
  wear: (ink) =>
    path(
      'M70 270V80Q70 40 110 40H290Q330 40 330 80V270Z',
      ink.fall(tint(ink.accent, 0.73), tint(ink.accent, 0.85)),
    ),
}

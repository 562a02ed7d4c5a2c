import css from './network.module.css'
import type { Tone } from './tones.ts'

/** A village: full, dotted, ring or cross, so that no colour is needed to tell them apart. */
export function Dot({ x, y, r, tone }: { x: number; y: number; r: number; tone: Tone }) {
  const c = r * 0.55
  return (
    <>
      <circle className={css[`tone-${tone}`]} cx={x} cy={y} r={r} strokeWidth={r * 0.22} />
      {(tone === 1 || tone === 2) && <circle className={css.hole} cx={x} cy={y} r={r * (tone === 1 ? 0.34 : 0.62)} />}
      {tone === 3 && (
        <path
          className={css.cross}
          d={`M${x - c} ${y - c}L${x + c} ${y + c}M${x + c} ${y - c}L${x - c} ${y + c}`}
          strokeWidth={r * 0.3}
        />
      )}
    </>
  )
}

/** Centre a star, station a square, terminal a triangle, others a diamond. */
export function shapeOf(tier: string, x: number, y: number, r: number): string {
  switch (tier) {
    case 'center':
      return `M${Array.from({ length: 10 }, (_, i) => {
        const [angle, far] = [(i * Math.PI) / 5, i % 2 === 0 ? r * 1.5 : r * 0.65]
        return `${x + far * Math.sin(angle)} ${y - far * Math.cos(angle)}`
      }).join('L')}Z`
    case 'station':
      return `M${x - r} ${y - r}h${2 * r}v${2 * r}h${-2 * r}Z`
    case 'kiosk':
      return `M${x} ${y - r * 1.1}L${x + r * 1.1} ${y + r}H${x - r * 1.1}Z`
    default:
      return `M${x} ${y - r}L${x + r} ${y}L${x} ${y + r}L${x - r} ${y}Z`
  }
}

/**
 * The re-ranker's network, fitted: listwise softmax over the candidates of each question, Adam in batches.
 */

/** Candidates of one question as rows of inputs, and which of them came next. */
export interface Question {
  readonly rows: Float32Array
  readonly target: number
}

/** Weights in flat arrays; `hidden` is input by unit. */
export interface Network {
  readonly mean: Float64Array
  readonly deviation: Float64Array
  readonly hidden: Float64Array
  readonly bias: Float64Array
  readonly outputs: Float64Array
  readonly straight: Float64Array
}

export interface Fitting {
  readonly inputs: number
  readonly units: number
  readonly epochs: number
  readonly random: () => number
  readonly progress: (epoch: number, loss: number) => void
}

const BATCH = 128
const RATE = 0.003
const SHRINK = 1e-5
const LEAK = 0.01
const FURTHEST = 5
/** Every so many questions are asked for mean and deviation. */
const SAMPLED = 7

/** Fits a network; batches hold questions of one shop, so that none drowns the others. */
export function fitNetwork(shops: readonly (readonly Question[])[], fitting: Fitting): Network {
  const { epochs, inputs, progress, random, units } = fitting
  const scale = spread(shops, inputs)
  const normal = (): number => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random())
  const weights = [
    Float64Array.from({ length: inputs * units }, () => normal() / Math.sqrt(inputs)),
    new Float64Array(units),
    Float64Array.from({ length: units }, () => normal() / Math.sqrt(units)),
    Float64Array.from({ length: inputs }, (_, n) => (n === 0 ? 1 : 0)),
  ] as const
  const adam = new Adam(weights)
  const gradients = weights.map((values) => new Float64Array(values.length))
  for (let epoch = 0; epoch < epochs; epoch++) {
    const batches = shuffled(
      shops.flatMap((shop) => inBatches(shuffled(shop, random))),
      random,
    )
    let loss = 0
    let questions = 0
    for (const batch of batches) {
      for (const gradient of gradients) gradient.fill(0)
      for (const question of batch) loss += addGradient(question, weights, gradients, scale, batch.length)
      questions += batch.length
      adam.step(gradients, RATE * (1 - epoch / epochs))
    }
    progress(epoch + 1, loss / questions)
  }
  const [hidden, bias, outputs, straight] = weights
  return { bias, deviation: scale.deviation, hidden, mean: scale.mean, outputs, straight }
}

type Weights = readonly Float64Array[]
interface Scale {
  readonly mean: Float64Array
  readonly deviation: Float64Array
}

function spread(shops: readonly (readonly Question[])[], inputs: number): Scale {
  const sum = new Float64Array(inputs)
  const squares = new Float64Array(inputs)
  let count = 0
  for (const shop of shops) {
    for (let n = 0; n < shop.length; n += SAMPLED) {
      const { rows } = shop[n]!
      for (let at = 0; at < rows.length; at += inputs, count++) {
        for (let input = 0; input < inputs; input++) {
          sum[input]! += rows[at + input]!
          squares[input]! += rows[at + input]! ** 2
        }
      }
    }
  }
  const mean = sum.map((value) => value / count)
  const deviation = squares.map((value, n) => Math.sqrt(Math.max(0, value / count - mean[n]! ** 2)) + 1e-6)
  return { deviation, mean }
}

/** Adds the gradient of one question's loss. @returns the loss */
function addGradient(
  { rows, target }: Question,
  [hidden, bias, outputs, straight]: Weights,
  [toHidden, toBias, toOutputs, toStraight]: Weights,
  { deviation, mean }: Scale,
  batch: number,
): number {
  const inputs = straight!.length
  const units = bias!.length
  const count = rows.length / inputs
  const z = new Float64Array(rows.length)
  const sums = new Float64Array(count * units)
  const score = new Float64Array(count)
  for (let c = 0; c < count; c++) {
    const own = sums.subarray(c * units, (c + 1) * units)
    own.set(bias!)
    for (let input = 0; input < inputs; input++) {
      const value = (rows[c * inputs + input]! - mean[input]!) / deviation[input]!
      const clipped = Math.max(-FURTHEST, Math.min(FURTHEST, value))
      z[c * inputs + input] = clipped
      score[c]! += clipped * straight![input]!
      for (let unit = 0; unit < units; unit++) own[unit]! += clipped * hidden![input * units + unit]!
    }
    for (let unit = 0; unit < units; unit++)
      score[c]! += (own[unit]! > 0 ? own[unit]! : LEAK * own[unit]!) * outputs![unit]!
  }
  const most = Math.max(...score)
  const total = score.reduce((sum, value) => sum + Math.exp(value - most), 0)
  const back = new Float64Array(units)
  for (let c = 0; c < count; c++) {
    const error = (Math.exp(score[c]! - most) / total - (c === target ? 1 : 0)) / batch
    for (let unit = 0; unit < units; unit++) {
      const value = sums[c * units + unit]!
      toOutputs![unit]! += error * (value > 0 ? value : LEAK * value)
      back[unit] = error * outputs![unit]! * (value > 0 ? 1 : LEAK)
      toBias![unit]! += back[unit]!
    }
    for (let input = 0; input < inputs; input++) {
      const value = z[c * inputs + input]!
      toStraight![input]! += error * value
      for (let unit = 0; unit < units; unit++) toHidden![input * units + unit]! += back[unit]! * value
    }
  }
  return Math.log(total) + most - score[target]!
}

class Adam {
  readonly #weights: Weights
  readonly #first: Weights
  readonly #second: Weights
  #steps = 0

  constructor(weights: Weights) {
    this.#weights = weights
    this.#first = weights.map((values) => new Float64Array(values.length))
    this.#second = weights.map((values) => new Float64Array(values.length))
  }

  step(gradients: Weights, rate: number): void {
    this.#steps++
    const ofFirst = 1 - 0.9 ** this.#steps
    const ofSecond = 1 - 0.999 ** this.#steps
    this.#weights.forEach((values, which) => {
      const first = this.#first[which]!
      const second = this.#second[which]!
      for (let n = 0; n < values.length; n++) {
        const gradient = gradients[which]![n]! + SHRINK * values[n]!
        first[n] = 0.9 * first[n]! + 0.1 * gradient
        second[n] = 0.999 * second[n]! + 0.001 * gradient ** 2
        values[n]! -= (rate * (first[n]! / ofFirst)) / (Math.sqrt(second[n]! / ofSecond) + 1e-8)
      }
    })
  }
}

function shuffled<Value>(values: readonly Value[], random: () => number): Value[] {
  const mixed = [...values]
  for (let n = mixed.length - 1; n > 0; n--) {
    const other = Math.floor(random() * (n + 1))
    const value = mixed[n]!
    mixed[n] = mixed[other]!
    mixed[other] = value
  }
  return mixed
}

function inBatches<Value>(values: readonly Value[]): Value[][] {
  const batches: Value[][] = []
  for (let n = 0; n < values.length; n += BATCH) batches.push(values.slice(n, n + BATCH))
  return batches
}

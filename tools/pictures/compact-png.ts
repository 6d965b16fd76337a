/**
 * Makes the PNG of a screenshot smaller (https://www.w3.org/TR/png/): opaque, colours rounded to steps of
 * four, each row filtered the way that leaves the smallest numbers, packed as tightly as zlib can.
 *
 * A browser writes PNGs fast, not small. The rounding is what eyes do not see and zlib does: gradients
 * of drawings become runs.
 */
import { crc32, deflateSync, inflateSync } from 'node:zlib'

const SIGNATURE = Buffer.from('89504e470d0a1a0a', 'hex')
const STEP = 4
const RGB = 2
const CHANNELS: Readonly<Record<number, number>> = { 2: 3, 6: 4 }

/** Colours of a picture, three bytes a pixel, row by row. */
export interface Pixels {
  readonly width: number
  readonly height: number
  readonly rgb: Uint8Array
}

/** @param png eight bits a channel, not interlaced, as browsers write it; transparency is dropped */
export function compactPng(png: Buffer): Buffer {
  const { height, rgb, width } = readPng(png)
  for (let n = 0; n < rgb.length; n++) rgb[n] = Math.min(255, Math.round(rgb[n]! / STEP) * STEP)
  return writePng({ height, rgb, width })
}

/** @throws TypeError if it is no PNG of that kind */
export function readPng(png: Buffer): Pixels {
  if (!png.subarray(0, 8).equals(SIGNATURE)) throw new TypeError('not a PNG')
  const width = png.readUInt32BE(16)
  const height = png.readUInt32BE(20)
  const channels = CHANNELS[png[25] ?? -1]
  if (png[24] !== 8 || png[28] !== 0 || channels === undefined)
    throw new TypeError('only 8-bit RGB and RGBA without interlacing are read')
  const data: Buffer[] = []
  for (let at = 8; at < png.length; ) {
    const length = png.readUInt32BE(at)
    if (png.toString('latin1', at + 4, at + 8) === 'IDAT') data.push(png.subarray(at + 8, at + 8 + length))
    at += length + 12
  }
  const bytes = inflateSync(Buffer.concat(data))
  const stride = width * channels
  let above = new Uint8Array(stride)
  const rgb = new Uint8Array(width * height * 3)
  for (let y = 0; y < height; y++) {
    const filter = bytes[y * (stride + 1)]!
    const row = Uint8Array.from(bytes.subarray(y * (stride + 1) + 1, (y + 1) * (stride + 1)))
    for (let x = 0; x < stride; x++) row[x] = row[x]! + predicted(filter, row, above, x, channels)
    for (let x = 0; x < width; x++)
      for (let c = 0; c < 3; c++) rgb[(y * width + x) * 3 + c] = row[x * channels + c]!
    above = row
  }
  return { height, rgb, width }
}

/** A PNG without loss. */
export function writePng({ height, rgb, width }: Pixels): Buffer {
  const stride = width * 3
  const out = Buffer.alloc((stride + 1) * height)
  let above: Uint8Array = new Uint8Array(stride)
  for (let y = 0; y < height; y++) {
    const row = rgb.subarray(y * stride, (y + 1) * stride)
    const best = [0, 1, 2, 3, 4]
      .map((filter) => filtered(filter, row, above))
      .reduce((a, b) => (b.sum < a.sum ? b : a))
    out[y * (stride + 1)] = best.filter
    out.set(best.bytes, y * (stride + 1) + 1)
    above = row
  }
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, RGB, 0, 0, 0], 8)
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(out, { level: 9, memLevel: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

function filtered(filter: number, row: Uint8Array, above: Uint8Array) {
  const bytes = new Uint8Array(row.length)
  let sum = 0
  for (let x = 0; x < row.length; x++) {
    const left = (row[x]! - predicted(filter, row, above, x, 3)) & 0xff
    bytes[x] = left
    sum += left < 128 ? left : 256 - left
  }
  return { bytes, filter, sum }
}

/** PNG §9.2: what a filter takes for a byte from its neighbours. */
function predicted(filter: number, row: Uint8Array, above: Uint8Array, x: number, channels: number): number {
  if (filter === 0) return 0
  const left = x < channels ? 0 : row[x - channels]!
  const up = above[x]!
  if (filter === 1) return left
  if (filter === 2) return up
  if (filter === 3) return (left + up) >> 1
  const corner = x < channels ? 0 : above[x - channels]!
  const byLeft = Math.abs(up - corner)
  const byUp = Math.abs(left - corner)
  const byCorner = Math.abs(left + up - 2 * corner)
  if (byLeft <= byUp && byLeft <= byCorner) return left
  return byUp <= byCorner ? up : corner
}

function chunk(name: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data])
  const framed = Buffer.alloc(body.length + 8)
  framed.writeUInt32BE(data.length, 0)
  framed.set(body, 4)
  framed.writeUInt32BE(crc32(body), body.length + 4)
  return framed
}

// This computer, as merging needs to know it.
import { createHash } from 'node:crypto'
import type { WriteContext } from '../../database/write.ts'
import { createHeardMark, type HeardMark } from './heard-mark.ts'

export interface Here extends Pick<WriteContext, 'device' | 'now' | 'newId' | 'actor'> {
  /**
   * Stands in every stamp. New per start of the program: two copies of one computer's data, both in use, must never give the same
   * stamp to different things.
   */
  readonly node: string
  readonly heard: HeardMark
}

const signs = 10

/** @param session 32 random bits, new per start */
export function hereOf(context: WriteContext, session: string): Here {
  const { device, now, newId, actor } = context
  const digest = createHash('sha256').update(`${device}\n${session}`).digest()
  const node = BigInt(`0x${digest.subarray(0, 8).toString('hex')}`)
    .toString(36)
    .padStart(signs, '0')
    .slice(-signs)
  return { device, now, newId, actor, node, heard: createHeardMark(now) }
}

import type { Env, InferenceSession, Tensor, TensorConstructor } from 'onnxruntime-web'
import { modelFault } from './model-fault.js'

export type RuntimeName = 'onnxruntime-node' | 'onnxruntime-web'

/** What the graph gives for each piece of a window: a row of tag scores, and the vectors that pairs are scored by. */
export interface Outputs {
  readonly tags: Float32Array
  readonly left: Float32Array
  readonly right: Float32Array
}

/** A loaded model. */
export interface Session {
  readonly runtime: RuntimeName
  /** `ids` are word pieces; `feats` holds a row of features for each. */
  run(ids: BigInt64Array, feats: Float32Array): Promise<Outputs>
}

interface Runtime {
  readonly InferenceSession: {
    create(model: Uint8Array, options: InferenceSession.SessionOptions): Promise<InferenceSession>
  }
  readonly Tensor: TensorConstructor
  readonly env: Env
}

/** The faster one first. */
const runtimes: readonly RuntimeName[] = ['onnxruntime-node', 'onnxruntime-web']

/**
 * Two threads, of which the web's runtime uses one. The sums of a product are made in the same order on any
 * number of threads (measured: the same bytes on 1 and 2), so that the same text gives the same scores. Threads that
 * wait must not spin: beside other work on two cores that takes twice as long.
 */
const options: InferenceSession.SessionOptions = {
  intraOpNumThreads: 2,
  interOpNumThreads: 1,
  graphOptimizationLevel: 'all',
  extra: { session: { intra_op: { allow_spinning: '0' } } },
}

/**
 * Loads the model into the first runtime that loads here, or into the one that is named.
 * @throws ReaderError where none loads.
 */
export async function openSession(weights: Uint8Array, only?: RuntimeName): Promise<Session> {
  const failures: unknown[] = []
  for (const name of only ? [only] : runtimes) {
    try {
      return await sessionIn(name, weights)
    } catch (cause) {
      failures.push(cause)
    }
  }
  const reasons = failures.map(failure => String(failure)).join('; ')
  throw modelFault(
    'no-runtime',
    `no runtime loads the model on this machine: ${reasons}`,
    new AggregateError(failures),
  )
}

async function sessionIn(name: RuntimeName, weights: Uint8Array): Promise<Session> {
  const { InferenceSession, Tensor, env } = (await import(name)) as Runtime
  env.wasm.numThreads = 1 // more would be workers, which keep the program from ending
  const session = await InferenceSession.create(weights, options)
  return {
    runtime: name,
    async run(ids, feats) {
      const outputs = await session.run({
        input_ids: new Tensor('int64', ids, [1, ids.length]),
        attention_mask: new Tensor('int64', new BigInt64Array(ids.length).fill(1n), [1, ids.length]),
        feats: new Tensor('float32', feats, [1, ids.length, feats.length / ids.length]),
      })
      return { tags: table(outputs, 'tags'), left: table(outputs, 'left'), right: table(outputs, 'right') }
    },
  }
}

function table(outputs: Readonly<Record<string, Tensor>>, name: string): Float32Array {
  const data = outputs[name]?.data
  if (data instanceof Float32Array) return data
  throw modelFault('model-damaged', `the model gives no ${name}`)
}

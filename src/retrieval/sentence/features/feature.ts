import type { Scene } from '../scene.ts';

/** One number about one sentence of a scene. */
export interface Feature {
  readonly name: string;
  /** Sentence `s` of the scene. */
  readonly of: (scene: Scene, s: number) => number;
  /** Whether it also counts how the sentence compares with the passage's others. */
  readonly compared?: boolean;
}

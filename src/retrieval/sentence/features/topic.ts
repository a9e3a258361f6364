import { shareOf } from '../matches.ts';
import type { Feature } from './feature.ts';

/**
 * How much of the question the sentence has when what the passage is about is left out: every sentence is about it,
 * but only the first one says its name.
 */
export const TOPIC: readonly Feature[] = [
  {
    name: 'bigrams without the topic',
    compared: true,
    of: ({ bigrams }, s) => shareOf(bigrams.besideTopic, bigrams.inSentence[s]),
  },
  {
    name: 'words without the topic',
    compared: true,
    of: ({ words }, s) => shareOf(words.besideTopic, words.inSentence[s]),
  },
  {
    name: 'characters without the topic',
    compared: true,
    of: ({ characters }, s) => shareOf(characters.besideTopic, characters.inSentence[s]),
  },
  { name: 'question that is topic', of: ({ bigrams }) => shareOf(bigrams.weights, bigrams.inTopic) },
];

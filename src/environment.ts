import dotenv from 'dotenv';
import { isAbsent, readRegularFile, UnreadableFile } from './regular-file.ts';

/** A thousand variables, each with a comment. Bytes. */
const LARGEST_FILE = 256 * 1024;

/**
 * Sets the variables of a `.env` file that are not set yet. No file is no mistake.
 * @returns why a file that is there was skipped; undefined where nothing was
 */
export function loadEnvironment(path: string, environment: NodeJS.ProcessEnv): string | undefined {
  try {
    const variables = dotenv.parse(readRegularFile(path, LARGEST_FILE));
    dotenv.populate(environment as Record<string, string>, variables);
    return undefined;
  } catch (error) {
    if (!(error instanceof UnreadableFile)) throw error;
    return isAbsent(error) ? undefined : error.message;
  }
}

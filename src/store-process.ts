import { serveEmbedded } from './store/embedded/serve-embedded.ts';

/** The program of the process that holds the database where there is no server of one. */
serveEmbedded();

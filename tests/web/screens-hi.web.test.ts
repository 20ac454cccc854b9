import { openShown } from './opened.ts';
import { isFaultless } from './showing.ts';

// Wide and dark pages are those of English: what another script can break is the room that its words need.
isFaultless(await openShown(), 'hi', [[320, 'light']]);

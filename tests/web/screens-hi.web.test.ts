import { isFaultless, showing } from './showing.ts';

isFaultless(showing(), 'hi', [
  [1280, 'dark'],
  [320, 'light'],
]);

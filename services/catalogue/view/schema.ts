// Written by the test of the views over golden streams: a file of another schema is made again.
export const SCHEMA = '7745d2f99bc0601c';

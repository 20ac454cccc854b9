// Written by the test of the views over golden streams: a file of another schema is made again.
export const SCHEMA = 'c42b21f8be559413';

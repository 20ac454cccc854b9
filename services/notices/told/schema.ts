// Written by the test of the views over golden streams: a file of another schema is made again.
export const SCHEMA = 'c4b8e82cff31cb13';

// Written by the test of the views over golden streams: a file of another schema is made again.
export const SCHEMA = '942e03cd64e80de1';

// Written by the test of the views over golden streams: a file of another schema is made again.
export const SCHEMA = '2c7443538a6b3cc8';

// Written by the test of the views over golden streams: a file of another schema is made again.
export const SCHEMA = 'cf3aab3df1b06a0e';

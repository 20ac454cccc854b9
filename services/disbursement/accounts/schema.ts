// Written by the test of the views over golden streams: a file of another schema is made again.
export const SCHEMA = 'af3f15a2e1111615';

// Written by the test of the views over golden streams: a file of another schema is made again.
export const SCHEMA = '59518f4b2ce3bfb3';

// Written by the test of the views over golden streams: a file of another schema is made again.
export const SCHEMA = 'f0eb2a1d376ba46c';

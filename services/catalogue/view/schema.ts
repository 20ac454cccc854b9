// Written by the test of the views over golden streams: a file of another schema is made again.
export const SCHEMA = '67bd185d7df211c6';

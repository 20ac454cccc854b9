// Written by the test of the views over golden streams: a file of another schema is made again.
export const SCHEMA = 'a9f5cc224b1186d0';

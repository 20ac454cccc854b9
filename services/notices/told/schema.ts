// Written by the test of the views over golden streams: a file of another schema is made again.
export const SCHEMA = 'c2b48fea59fc1bfd';

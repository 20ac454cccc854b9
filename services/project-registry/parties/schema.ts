// Written by the test of the views over golden streams: a file of another schema is made again.
export const SCHEMA = 'c89ba50a762f53fa';

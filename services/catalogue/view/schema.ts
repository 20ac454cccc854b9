// Written by the test of the views over golden streams: a file of another schema is made again.
export const SCHEMA = 'b1f8ee8024c41ec7';

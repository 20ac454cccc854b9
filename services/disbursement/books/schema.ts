// Written by the test of the views over golden streams: a file of another schema is made again.
export const SCHEMA = 'ae5585bb3001bf3f';

// Written by the test of the views over golden streams: a file of another schema is made again.
export const SCHEMA = '474f1d0f49bda681';

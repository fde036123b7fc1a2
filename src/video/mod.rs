pub mod token; // what a video client connects with: made and read, pure

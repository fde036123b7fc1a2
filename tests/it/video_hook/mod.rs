//! The video platform as pages and callbacks meet it: the script, the page's policy, `/hooks/video`, and the word of pages.

mod callbacks;
mod hall;
mod own_word;
mod pages;
mod refusals;

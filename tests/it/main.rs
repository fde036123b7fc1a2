mod video_local;

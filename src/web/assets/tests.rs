use std::path::Path as FilePath;

use super::*;

#[test]
fn every_file_that_a_template_names_is_there() {
    let mut named = 0;
    let mut folders = vec![FilePath::new(env!("CARGO_MANIFEST_DIR")).join("templates")];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
                continue;
            }
            let template = std::fs::read_to_string(&path).unwrap();
            for asset in template.split("assets::url(\"").skip(1).filter_map(|rest| rest.split('"').next()) {
                assert!(ASSETS.files.contains_key(asset), "{}: {asset} is not in static/", path.display());
                named += 1;
            }
        }
    }
    assert!(named > 0);
}

#[test]
fn compressed_files_hold_the_same_bytes() {
    use std::io::Read as _;
    for (path, asset) in &ASSETS.files {
        let Some(gzip) = &asset.gzip else { continue };
        let mut plain = Vec::new();
        flate2::read::GzDecoder::new(&gzip[..]).read_to_end(&mut plain).unwrap();
        assert_eq!(plain, asset.plain, "{path}");
    }
}

#[test]
fn every_file_has_a_known_type() {
    for (path, asset) in &ASSETS.files {
        assert_ne!(asset.content_type, "application/octet-stream", "{path}");
    }
}

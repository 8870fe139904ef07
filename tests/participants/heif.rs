//! Pictures as telephones take them, read in a real browser that shows none of the kind by itself. Chromium as packaged here has no
//! decoder for HEVC; the same boxes with AV1 in them take the same way through our reader, and Chromium can say what it should see.

use serde_json::json;

use crate::support::World;
use crate::support::browser::Chrome;

const GRID: &[u8] = include_bytes!("../vectors/six_colours_grid_turned.avif");
const HEVC: &[u8] = include_bytes!("../vectors/six_colours.heic");

/// Reads a picture with our reader and with the browser's own, and says what stands in the middle of each square.
async fn read(chrome: &Chrome, site: &str, bytes: &[u8]) -> serde_json::Value {
    let script = format!(
        "const bytes = Uint8Array.from(atob('{}'), (c) => c.charCodeAt(0)), file = new File([bytes], 'IMG_0001.HEIC');
        const seen = (picture) => {{
          const canvas = document.createElement('canvas');
          [canvas.width, canvas.height] = [picture.width, picture.height];
          const pen = canvas.getContext('2d'), found = [];
          pen.drawImage(picture, 0, 0);
          for (let y = 32; y < canvas.height; y += 64) for (let x = 32; x < canvas.width; x += 64) found.push([...pen.getImageData(x, y, 1, 1).data].map((part) => part >> 4));
          return {{ width: canvas.width, height: canvas.height, found }};
        }};
        window.answer = null;
        (async () => {{
          const {{ default: heif }} = await import('{site}{}');
          const ours = await heif(file).then(seen, String);
          const own = await createImageBitmap(new Blob([bytes], {{ type: 'image/avif' }})).then(seen, String);
          window.answer = {{ ours, own }};
        }})().catch((error) => {{ window.answer = String(error); }});",
        data_encoding::BASE64.encode(bytes),
        plenipo::web::asset_url("js/pictures/heif.js"),
    );
    chrome.js(&script).await;
    chrome.until("return window.answer").await
}

#[actix_web::test]
async fn a_picture_in_tiles_and_turned_is_read_as_the_browser_would_read_it() {
    let (world, _) = World::new().await;
    let site = format!("http://{}", world.serve());
    let chrome = Chrome::phone(None).await;
    chrome.go(&format!("{site}/hanoi")).await;
    let answer = read(&chrome, &site, GRID).await;
    assert_eq!((&answer["ours"]["width"], &answer["ours"]["height"]), (&json!(192), &json!(128)), "{answer}");
    assert_eq!(answer["ours"], answer["own"]);
    assert_eq!(answer["ours"]["found"].as_array().map(Vec::len), Some(6));
    // Without a decoder for what is in it, it says so, and the picture goes to the server as it is.
    let answer = read(&chrome, &site, HEVC).await;
    let said = answer["ours"].as_str().unwrap_or_default();
    assert!(said.contains("hvc1.3.E.L30") || answer["ours"]["width"] == json!(128), "{answer}");
}

// Hands in evidence: each file by a request of its own, one after the other, with its progress. What fails says so at its name and can be
// sent again by the same id; the others go on.

const tokenName = '__RequestVerificationToken';
const megabyte = 1024 * 1024;
const longestMilliseconds = 10 * 60 * 1000;
const lost = '没有传完，连接可能断开了。其余文件不受影响，请稍后重试。';

const token = () => document.querySelector(`input[name="${tokenName}"]`)?.value ?? '';

const element = (name, text = '') => Object.assign(document.createElement(name), { textContent: text });

/** Of one upload. The browser's own maker of ids works by HTTPS only. */
const newId = () => [...crypto.getRandomValues(new Uint8Array(16))].map(byte => byte.toString(16).padStart(2, '0')).join('');

/** Sends one file; null when it was taken, otherwise why not and whether the same may be sent again. */
const send = (address, file, id, onProgress) => new Promise(resolve => {
  const form = new FormData();
  form.append('operationId', id);
  form.append(tokenName, token());
  form.append('file', file, file.name);
  const request = new XMLHttpRequest();
  request.open('POST', address);
  request.timeout = longestMilliseconds;
  request.setRequestHeader('Accept', 'application/json');
  request.upload.addEventListener('progress', event => event.lengthComputable && onProgress(event.loaded / event.total));
  request.addEventListener('load', () => resolve(answerOf(request)));
  ['error', 'abort', 'timeout'].forEach(name => request.addEventListener(name, () => resolve({ text: lost, again: true })));
  request.send(form);
});

const answerOf = request => {
  if (request.status === 401 || request.status === 400) {
    return { text: '登录已失效或页面已过期，请刷新页面后再上传。', again: false };
  }

  try {
    const { refusal, detail } = JSON.parse(request.responseText);
    return request.status === 200 ? refusal && { text: refusal, again: false } : { text: detail, again: request.status >= 500 || request.status === 429 };
  } catch {
    return { text: '系统没有收下，请稍后重试。', again: true };
  }
};

/** What the portal would refuse anyway, said before anything is sent; it looks at the content besides. */
const faultOf = (file, maxBytes) =>
  file.size > maxBytes ? `超过${maxBytes / megabyte} MB的上限，请压缩，或拆成几份后再上传。`
    : file.size === 0 ? '文件是空的（0字节），请核对后重新选择。'
      : null;

export const attach = (root, portal, address, maxBytes) => {
  const drop = root.querySelector('[data-drop]');
  const list = root.querySelector('[data-uploads]');
  let queue = Promise.resolve();

  const refresh = async () => {
    try {
      await portal.invokeMethodAsync('RefreshAsync');
    } catch {
      // Without a line the list is read when it is back.
      document.addEventListener('greendev:reconnected', refresh, { once: true });
    }
  };

  const fail = (line, file, id, { text, again }) => {
    line.className = 'field-error';
    line.replaceChildren(element('span', `${file.name}：${text} `));
    if (again) {
      const button = Object.assign(element('button', '重试'), { type: 'button', className: 'btn o little' });
      button.addEventListener('click', () => enqueue(line, file, id), { once: true });
      line.append(button);
    }
  };

  const upload = async (line, file, id) => {
    const bar = Object.assign(element('progress'), { max: 1, value: 0, ariaLabel: `${file.name} 上传进度` });
    line.className = '';
    line.replaceChildren(element('span', `正在上传 ${file.name}`), bar);
    const failed = await send(address, file, id, share => { bar.value = share; });
    if (failed) {
      fail(line, file, id, failed);
    } else {
      await refresh();
      line.remove();
    }
  };

  const enqueue = (line, file, id) => {
    line.replaceChildren(element('span', `等待上传 ${file.name}`));
    queue = queue.then(() => upload(line, file, id));
  };

  const take = files => {
    // What was refused before is read by now.
    list.querySelectorAll('.field-error:not(:has(button))').forEach(line => line.remove());
    for (const file of files) {
      const line = list.appendChild(element('li'));
      const fault = faultOf(file, maxBytes);
      if (fault) {
        fail(line, file, null, { text: fault, again: false });
      } else {
        enqueue(line, file, newId());
      }
    }
  };

  const input = root.querySelector('input[type="file"]');
  input.addEventListener('change', () => {
    take([...input.files]);
    input.value = '';
  });
  drop.addEventListener('dragover', event => {
    event.preventDefault();
    drop.toggleAttribute('data-over', true);
  });
  drop.addEventListener('dragleave', () => drop.toggleAttribute('data-over', false));
  drop.addEventListener('drop', event => {
    event.preventDefault();
    drop.toggleAttribute('data-over', false);
    take([...event.dataTransfer.files]);
  });
  drop.toggleAttribute('data-listens', true);
};
